package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Verdict;
import java.util.List;

/** A condition of a template over its atoms, which are comparisons. */
sealed interface Formula {

    /** What it is when these atoms are known; {@code UNKNOWN} where that does not settle it. */
    Verdict under(Verdict[] atoms);

    /** The first atom that is still open, where the formula is; -1 otherwise. */
    int open(Verdict[] atoms);

    /** Two literals were compared. */
    record Constant(boolean value) implements Formula {

        @Override
        public Verdict under(Verdict[] atoms) {
            return value ? Verdict.HOLDS : Verdict.FAILS;
        }

        @Override
        public int open(Verdict[] atoms) {
            return -1;
        }
    }

    /** One comparison. */
    record Atom(int index) implements Formula {

        @Override
        public Verdict under(Verdict[] atoms) {
            return atoms[index];
        }

        @Override
        public int open(Verdict[] atoms) {
            return atoms[index] == Verdict.UNKNOWN ? index : -1;
        }
    }

    /** The opposite. */
    record Not(Formula of) implements Formula {

        @Override
        public Verdict under(Verdict[] atoms) {
            return switch (of.under(atoms)) {
                case HOLDS -> Verdict.FAILS;
                case FAILS -> Verdict.HOLDS;
                case UNKNOWN -> Verdict.UNKNOWN;
            };
        }

        @Override
        public int open(Verdict[] atoms) {
            return of.open(atoms);
        }
    }

    /**
     * Several at once, or one of several.
     *
     * @param of the parts
     * @param settling the part that settles the whole: one that fails where all are wanted, one that holds where any will do
     */
    record Several(List<Formula> of, Verdict settling) implements Formula {

        @Override
        public Verdict under(Verdict[] atoms) {
            var isOpen = false;
            for (var part : of) {
                var verdict = part.under(atoms);
                if (verdict == settling) {
                    return settling;
                }
                isOpen |= verdict == Verdict.UNKNOWN;
            }
            if (isOpen) {
                return Verdict.UNKNOWN;
            }
            return settling == Verdict.FAILS ? Verdict.HOLDS : Verdict.FAILS;
        }

        @Override
        public int open(Verdict[] atoms) {
            for (var part : of) {
                var open = part.under(atoms) == Verdict.UNKNOWN ? part.open(atoms) : -1;
                if (open >= 0) {
                    return open;
                }
            }
            return -1;
        }
    }

    /** Something that no reader can tell, such as a function over a mapping. */
    record Opaque() implements Formula {

        @Override
        public Verdict under(Verdict[] atoms) {
            return Verdict.UNKNOWN;
        }

        @Override
        public int open(Verdict[] atoms) {
            return -1;
        }
    }
}
