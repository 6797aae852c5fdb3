"""The files of a blind session: formats, signatures, seals; pure, without database."""
