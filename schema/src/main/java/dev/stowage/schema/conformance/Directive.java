package dev.stowage.schema.conformance;

import dev.stowage.schema.tree.ObjectNode;

/**
 * Keys that are no properties but words to a processor that works before CloudFormation reads the object around them.
 */
final class Directive {

    private Directive() {}

    /** Whether a macro, a loop or a directive of the preprocessor Rain stands among the keys of this object. */
    static boolean stands(ObjectNode object) {
        for (var i = 0; i < object.size(); i++) {
            if (object.key(i).startsWith("Fn::") || object.key(i).startsWith("Rain::")) {
                return true;
            }
        }
        return false;
    }
}
