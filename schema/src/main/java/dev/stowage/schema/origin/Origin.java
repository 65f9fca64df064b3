package dev.stowage.schema.origin;

/** Where something was written. Values that carry an origin are equal whatever it is. */
public sealed interface Origin permits Said, Written, Origin.Nowhere {

    /** The origin of what nobody wrote: a default, or a value made by a test. */
    Origin NOWHERE = new Nowhere();

    /** Where nobody wrote anything. */
    final class Nowhere implements Origin {

        private Nowhere() {}

        @Override
        public String toString() {
            return "nowhere";
        }
    }
}
