package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.s3.BucketEmitter;

/** Which emitter makes which place. */
final class Places {

    private Places() {}

    static void emit(Place place, Emission out) {
        if (place instanceof Bucket bucket) {
            BucketEmitter.emit(bucket, out);
        }
    }

    /** What an attribute of a place is to an expression. */
    static Node attribute(Place place, String attribute, Emission out) {
        if (place instanceof Bucket bucket) {
            return BucketEmitter.name(bucket, out);
        }
        throw new IllegalArgumentException("A " + place.particulars().kind() + " has no attribute " + attribute + ".");
    }
}
