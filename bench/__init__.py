"""dragoman's own measure: gold in our own words, a scorer, floors that only rise."""
