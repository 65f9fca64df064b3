package dev.stowage.synth.cli;

/** One thing that a machine has or lacks, and what it is good for. */
public final class Vital {

    private final String name;
    private final State state;
    private final String found;
    private final String purpose;

    private Vital(String name, State state, String found, String purpose) {
        this.name = name;
        this.state = state;
        this.found = found;
        this.purpose = purpose;
    }

    /** Something that is there. */
    public static Vital there(String name, String found, String purpose) {
        return new Vital(name, State.OK, found, purpose);
    }

    /** Something that is not there, and without which the rest works. */
    public static Vital optional(String name, String found, String purpose) {
        return new Vital(name, State.OPTIONAL, found, purpose);
    }

    /** Something that is not there and has to be. */
    public static Vital missing(String name, String found, String purpose) {
        return new Vital(name, State.MISSING, found, purpose);
    }

    /** What it is called, such as {@code Docker}. */
    public String name() {
        return name;
    }

    /** Whether it is there. */
    public State state() {
        return state;
    }

    /** What was found: a version and a place, or what to do about it. */
    public String found() {
        return found;
    }

    /** What it is good for. */
    public String purpose() {
        return purpose;
    }

    /** Whether something is there. */
    public enum State {
        /** It is there. */
        OK,
        /** It is not there, and nothing but its own purpose needs it. */
        OPTIONAL,
        /** It is not there, and Stowage does not work without it. */
        MISSING
    }
}
