package dev.stowage.schema.graph;

import dev.stowage.schema.tree.ObjectNode;

/** What a deployment uploads before it begins, and templates refer to by its id. */
public sealed interface Asset permits FileAsset, ImageAsset {

    /** A hash of its content, which is part of the address that it gets. */
    String id();

    /** The file or the folder that it is made of, as a path that works from the working folder. */
    String source();

    /** Where it goes, each under a name of its own, in the words of the AWS CDK's asset manifests. */
    ObjectNode destinations();
}
