package dev.stowage.dsl.cluster;

/** The two capacity providers that every cluster has. */
public enum Fargate implements FargateCapacity {
    /** On demand. */
    FARGATE,
    /** Spare capacity: cheaper, and taken back with two minutes' notice. */
    FARGATE_SPOT;

    /** Runs the first so many tasks here, up to 100,000; one provider of a strategy may have a base. */
    public FargateShare base(int tasks) {
        return ImmutableFargateShare.of(this, tasks, 1);
    }

    /** Runs this part of all further tasks here, 0 to 1,000. */
    public FargateShare weight(int parts) {
        return ImmutableFargateShare.of(this, 0, parts);
    }

    @Override
    public Fargate provider() {
        return this;
    }

    @Override
    public int base() {
        return 0;
    }

    @Override
    public int weight() {
        return 1;
    }
}
