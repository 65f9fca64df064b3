package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.storage.AccessPoint;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.efs.FileSystemEmitter;
import dev.stowage.synth.emit.logs.LogGroupEmitter;
import dev.stowage.synth.emit.s3.BucketEmitter;
import dev.stowage.synth.emit.servicediscovery.EndpointEmitter;
import dev.stowage.synth.emit.servicediscovery.HostNames;
import dev.stowage.synth.emit.servicediscovery.NamespaceEmitter;
import dev.stowage.synth.emit.sqs.QueueEmitter;

/** Which emitter makes which place. */
final class Places {

    private Places() {}

    static void emit(Place place, Emission out) {
        if (place instanceof Bucket bucket) {
            BucketEmitter.emit(bucket, out);
        } else if (place instanceof MessageQueue queue) {
            QueueEmitter.emit(queue, out);
        } else if (place instanceof Namespace namespace) {
            NamespaceEmitter.emit(namespace, out);
        } else if (place instanceof Endpoint endpoint) {
            EndpointEmitter.emit(endpoint, out);
        } else if (place instanceof ElasticFileSystem fileSystem) {
            FileSystemEmitter.emit(fileSystem, out);
        } else if (place instanceof AccessPoint point) {
            FileSystemEmitter.emit(point, out);
        } else if (place instanceof LogGroup group) {
            LogGroupEmitter.emit(group, out);
        }
    }

    /** What an attribute of a place is to an expression. */
    static Node attribute(Place place, String attribute, Emission out) {
        if (place instanceof Bucket bucket) {
            return BucketEmitter.name(bucket, out);
        }
        if (place instanceof MessageQueue queue) {
            return QueueEmitter.attribute(queue, attribute, out);
        }
        if (place instanceof Endpoint endpoint) {
            return TextNode.of(HostNames.of(endpoint));
        }
        throw new IllegalArgumentException("A " + place.particulars().kind() + " has no attribute " + attribute + ".");
    }
}
