"""Acts on periods, corrections, remarks and notices."""
