"""How everything looks: tokens, palette, stylesheet, fonts and icons."""
