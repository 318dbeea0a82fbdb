"""PURE checks of what people entered: impossible, odd, or worth telling. See ``katalog``."""
