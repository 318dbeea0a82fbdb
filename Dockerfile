FROM python:3.11-slim-bookworm

# The same packages as PAKET in the Makefile: what the PDF writer loads.
RUN apt-get update -q \
 && apt-get install -q -y --no-install-recommends \
      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core \
 && rm -rf /var/lib/apt/lists/*

RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin lakin \
 && install -d -o lakin -g lakin /app /data

WORKDIR /app
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 \
    LAKIN_DATA_DIR=/data LAKIN_STATIC_ROOT=/app/statis

COPY requirements/base.txt requirements/base.txt
RUN pip install --require-hashes -r requirements/base.txt

COPY . .
# Collecting needs settings but no secret: the embedded default in a folder that is thrown away.
RUN LAKIN_DATA_DIR=/tmp/bangun SECRET_KEY=hanya-untuk-mengumpulkan-berkas-statis \
      python manage.py collectstatic --no-input --verbosity 0 \
 && rm -rf /tmp/bangun

USER lakin
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "lakin.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "2", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
