package dev.stowage.local.place;

import dev.stowage.schema.semantics.ClusterQuery;

/** Which instances a task may run on at all. */
public sealed interface Constraint {

    /** Every task of a group on another instance. */
    record DistinctInstance() implements Constraint {
        @Override
        public boolean allows(Host host, String group) {
            return host.tasksOf(group) == 0;
        }

        @Override
        public Shortage shortage() {
            return Shortage.DISTINCT_INSTANCE;
        }
    }

    /**
     * Only instances that an expression means.
     *
     * @param query the expression
     */
    record MemberOf(ClusterQuery query) implements Constraint {
        @Override
        public boolean allows(Host host, String group) {
            return query.matches(host);
        }

        @Override
        public Shortage shortage() {
            return Shortage.MEMBER_OF;
        }
    }

    /** Whether a task of that group may be placed there. */
    boolean allows(Host host, String group);

    /** What is said of an instance that it does not allow. */
    Shortage shortage();
}
