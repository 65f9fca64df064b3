package dev.stowage.synth.emit;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.AccessPoint;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.acm.CertificateEmitter;
import dev.stowage.synth.emit.apigateway.HttpApiEmitter;
import dev.stowage.synth.emit.cloudwatch.AlarmEmitter;
import dev.stowage.synth.emit.dynamodb.TableEmitter;
import dev.stowage.synth.emit.ec2.SharedGroups;
import dev.stowage.synth.emit.ecr.RepositoryEmitter;
import dev.stowage.synth.emit.efs.FileSystemEmitter;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.kms.KeyEmitter;
import dev.stowage.synth.emit.logs.LogGroupEmitter;
import dev.stowage.synth.emit.other.OtherResourceEmitter;
import dev.stowage.synth.emit.rds.DatabaseEmitter;
import dev.stowage.synth.emit.route53.HostedZoneEmitter;
import dev.stowage.synth.emit.s3.BucketEmitter;
import dev.stowage.synth.emit.secretsmanager.SecretEmitter;
import dev.stowage.synth.emit.servicediscovery.EndpointEmitter;
import dev.stowage.synth.emit.servicediscovery.HostNames;
import dev.stowage.synth.emit.servicediscovery.NamespaceEmitter;
import dev.stowage.synth.emit.sns.TopicEmitter;
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
        } else {
            emitOther(place, out);
        }
    }

    private static void emitOther(Place place, Emission out) {
        if (place instanceof Topic topic) {
            TopicEmitter.emit(topic, out);
        } else if (place instanceof Table table) {
            TableEmitter.emit(table, out);
        } else if (place instanceof Secret secret) {
            SecretEmitter.emit(secret, out);
        } else if (place instanceof Repository repository) {
            RepositoryEmitter.emit(repository, out);
        } else if (place instanceof Key key) {
            KeyEmitter.emit(key, out);
        } else if (place instanceof SecurityGroup group) {
            SharedGroups.emit(group, out);
        } else if (place instanceof Certificate certificate) {
            CertificateEmitter.emit(certificate, out);
        } else if (place instanceof HttpApi api) {
            HttpApiEmitter.emit(api, out);
        } else if (place instanceof Alarm alarm) {
            AlarmEmitter.emit(alarm, out);
        } else if (place instanceof HostedZone zone) {
            HostedZoneEmitter.emit(zone, out);
        } else if (place instanceof Database database) {
            DatabaseEmitter.emit(database, out);
        } else if (place instanceof OtherResource resource) {
            OtherResourceEmitter.emit(resource, out);
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
        if (place instanceof Topic topic) {
            return Arns.of(topic, "", out);
        }
        if (place instanceof Table table) {
            return TableEmitter.name(table, out);
        }
        if (place instanceof SecurityGroup group) {
            return SharedGroups.id(group, out);
        }
        if (place instanceof HttpApi api) {
            return HttpApiEmitter.attribute(api, attribute, out);
        }
        if (place instanceof Endpoint endpoint) {
            return TextNode.of(HostNames.of(endpoint));
        }
        if (place instanceof HostedZone zone) {
            return HostedZoneEmitter.attribute(zone, attribute, out);
        }
        if (place instanceof Database database) {
            return DatabaseEmitter.attribute(database, attribute, out);
        }
        if (place instanceof OtherResource resource) {
            return out.ref(resource, OtherResourceEmitter.RESOURCE, attribute);
        }
        throw new IllegalArgumentException("A " + place.particulars().kind() + " has no attribute " + attribute + ".");
    }
}
