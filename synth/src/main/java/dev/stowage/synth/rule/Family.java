package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import java.util.List;

/** Rules that judge resources of one type, one resource at a time. */
interface Family {

    /** The type of resource they judge. */
    String judges();

    /** The rules. */
    List<Rule> rules();

    /**
     * Judges one resource by one of the rules. What depends on a condition that is still open may be left unsaid: the
     * question is then asked again for each way the condition can turn out.
     */
    void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings);
}
