package dev.stowage.dsl.task;

import java.util.OptionalInt;

/** How long CloudWatch keeps logs: the only periods it knows. */
public enum Retention {
    /** 1 day. */
    ONE_DAY(1),
    /** 3 days. */
    THREE_DAYS(3),
    /** 5 days. */
    FIVE_DAYS(5),
    /** 7 days. */
    ONE_WEEK(7),
    /** 14 days. */
    TWO_WEEKS(14),
    /** 30 days. */
    ONE_MONTH(30),
    /** 60 days. */
    TWO_MONTHS(60),
    /** 90 days. */
    THREE_MONTHS(90),
    /** 120 days. */
    FOUR_MONTHS(120),
    /** 150 days. */
    FIVE_MONTHS(150),
    /** 180 days. */
    SIX_MONTHS(180),
    /** 365 days. */
    ONE_YEAR(365),
    /** 400 days. */
    THIRTEEN_MONTHS(400),
    /** 545 days. */
    EIGHTEEN_MONTHS(545),
    /** 731 days. */
    TWO_YEARS(731),
    /** 1096 days. */
    THREE_YEARS(1096),
    /** 1827 days. */
    FIVE_YEARS(1827),
    /** 2192 days. */
    SIX_YEARS(2192),
    /** 2557 days. */
    SEVEN_YEARS(2557),
    /** 2922 days. */
    EIGHT_YEARS(2922),
    /** 3288 days. */
    NINE_YEARS(3288),
    /** 3653 days. */
    TEN_YEARS(3653),
    /** Until somebody deletes them. */
    FOR_EVER(0);

    private final int days;

    Retention(int days) {
        this.days = days;
    }

    /** So many days; none where logs are kept for ever. */
    public OptionalInt days() {
        return this == FOR_EVER ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
