package dev.stowage.local.translate;

/** Everything that a local run does otherwise than AWS with what a model asks, told once for each thing. */
final class Differences {

    private Differences() {}

    static void tell(Work work) {
        TaskDifferences.tell(work);
        ServiceDifferences.tell(work);
        ResourceDifferences.tell(work);
    }
}
