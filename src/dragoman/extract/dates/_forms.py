"""Which function resolves which form of the scanner."""

from dragoman.extract.dates import _absolute as absolute
from dragoman.extract.dates import _clock as clock
from dragoman.extract.dates import _relative as relative
from dragoman.extract.dates._resolver import Forms

FORMS: Forms = {
    "iso": absolute.iso_form, "slash": absolute.slash_form, "clock": clock.clock_form, "dm": absolute.dm_form, "months": absolute.months_form, "named": absolute.named_form, "weekof": absolute.week_of_form, "mrange": absolute.month_range_form, "halfm": absolute.half_month_form, "ofyear": relative.month_of_told_year_form, "nthweek": relative.week_of_month_form, "newyear": relative.new_year_form, "nth": absolute.day_alone_form, "md": absolute.md_form, "my": absolute.my_form, "yr": absolute.year_range_form, "dec": absolute.decade_form,
    "wr": relative.weekday_range_form, "rel": relative.relative_form, "thispart": relative.this_part_form, "inday": relative.in_day_form, "wd": relative.weekday_form,
    "anaph": relative.anaphora_form, "ago": relative.ago_form, "in": relative.in_units_form, "unit": relative.of_unit_form, "quarter": relative.quarter_form, "season": absolute.season_year_form,
    "every": clock.every_form, "win": clock.window_form, "dur": clock.duration_form, "bare": clock.bare_units_form, "edgem": relative.edge_month_form, "mon": relative.month_alone_form,
    "year": absolute.year_form, "edgey": relative.year_end_form,
}  # fmt: skip
