package dev.stowage.schema.semantics;

/** Which tags AWS takes. AWS Resource Groups and Tagging User Guide, "Tag naming limits and requirements". */
public final class TagForm {

    private static final String RESERVED = "aws:";
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private TagForm() {}

    /** What is wrong with a tag, as a sentence; empty where nothing is. */
    public static String fault(String key, String value) {
        if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
            return "`" + key + "` is the key of a tag, and AWS keeps keys that begin with `aws:` for itself.";
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return "`" + key + "` is the key of a tag with " + key.length() + " characters, and AWS takes 1 to "
                    + LONGEST_KEY + ".";
        }
        return value.length() > LONGEST_VALUE
                ? "The tag `" + key + "` has a value of " + value.length() + " characters, and AWS takes "
                        + LONGEST_VALUE + "."
                : "";
    }
}
