package acme.platform;

import dev.stowage.schema.origin.CallSite;

/** A habit of the house that says a word. */
public final class House {

    private House() {}

    /** Who says the word: this line, and the one that called it. */
    public static CallSite word() {
        return CallSite.here();
    }
}
