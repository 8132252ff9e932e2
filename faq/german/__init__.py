"""The German language: folding, stems, rarity, slips, and other languages."""
