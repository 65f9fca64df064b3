package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command takes: options by name, and operands, which are all other words. */
public final class Syntax {

    private static final Syntax NOTHING = new Syntax(List.of(), "", 0, 0, "");

    private final List<Option> options;
    private final String operand;
    private final int fewest;
    private final int most;
    private final String details;

    private Syntax(List<Option> options, String operand, int fewest, int most, String details) {
        this.options = options;
        this.operand = operand;
        this.fewest = fewest;
        this.most = most;
        this.details = details;
    }

    /** Neither options nor operands. */
    public static Syntax nothing() {
        return NOTHING;
    }

    /** The same and an option that stands alone, such as {@code --json}. */
    public Syntax flag(String name, String meaning) {
        return with(new Option(name, "", meaning));
    }

    /** The same and an option that a value follows, as in {@code --out FOLDER}. */
    public Syntax option(String name, String placeholder, String meaning) {
        return with(new Option(name, placeholder, meaning));
    }

    /** The same and one operand that must be there. */
    public Syntax operand(String placeholder) {
        return new Syntax(options, placeholder, 1, 1, details);
    }

    /** The same and at most one operand. */
    public Syntax optionalOperand(String placeholder) {
        return new Syntax(options, placeholder, 0, 1, details);
    }

    /** The same and any number of operands. */
    public Syntax operands(String placeholder) {
        return new Syntax(options, placeholder, 0, Integer.MAX_VALUE, details);
    }

    /** The same and what its help has to say beyond the options. */
    public Syntax details(String text) {
        return new Syntax(options, operand, fewest, most, text);
    }

    private Syntax with(Option option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Syntax(more, operand, fewest, most, details);
    }

    List<Option> options() {
        return options;
    }

    /** The option of this name. */
    Optional<Option> option(String name) {
        for (var option : options) {
            if (option.name.equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** What an operand is, such as {@code PATH}; empty where there is none. */
    String operand() {
        return operand;
    }

    /** How many operands there must be. */
    int fewest() {
        return fewest;
    }

    /** How many operands there may be. */
    int most() {
        return most;
    }

    String details() {
        return details;
    }

    /**
     * An option.
     *
     * @param name its name, with hyphens
     * @param placeholder what follows it; empty for a flag
     * @param meaning what it does
     */
    record Option(String name, String placeholder, String meaning) {

        boolean isFlag() {
            return placeholder.isEmpty();
        }
    }
}
