package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.IamManagedPolicy;
import dev.stowage.schema.resource.IamPolicy;
import dev.stowage.schema.resource.WafWebAclAssociation;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** What a local run does otherwise with resources that are not of ECS. */
final class ResourceDifferences {

    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private ResourceDifferences() {}

    static void tell(Work work) {
        for (var one : work.evaluation().all()) {
            switch (one.type()) {
                case "AWS::ElasticLoadBalancing::LoadBalancer" ->
                    work.tell(Gap.CLB.at(one.at(), "Classic Load Balancer `" + one.name() + "` has no local form."));
                case ElbLoadBalancer.TYPE -> balancer(one, work);
                case LISTENER -> listener(one, work);
                case ElbListenerRule.TYPE -> actions(one, one.properties().list("Actions"), work);
                case WafWebAclAssociation.TYPE ->
                    work.tell(Gap.WAF.at(one.at(), "The rules of WAF behind `" + one.name() + "` are not evaluated."));
                default -> {}
            }
        }
        policies(work);
        unwritten(work);
    }

    private static void balancer(Grounded one, Work work) {
        if (one.view(ElbLoadBalancer.EMPTY).type().is("network")) {
            work.tell(Gap.NLB.at(
                    one.at(),
                    "Network Load Balancer `" + one.name() + "` is a TCP proxy: targets see its address, not the"
                            + " caller's."));
        }
    }

    private static void listener(Grounded one, Work work) {
        if (!one.properties().list("Certificates").items().isEmpty()) {
            work.tell(Gap.CERT.at(
                    one.at("Certificates"),
                    "Listener `" + one.name() + "` has a certificate made here, which clients must be told to trust."));
        }
        actions(one, one.properties().list("DefaultActions"), work);
    }

    private static void actions(Grounded one, ListNode actions, Work work) {
        for (var item : actions.items()) {
            var type = item instanceof ObjectNode action ? action.text("Type").orElse("") : "";
            if (type.startsWith("authenticate-") || type.startsWith("jwt-")) {
                work.tell(Gap.AUTH.at(
                        one.at("Actions"),
                        "`" + one.name() + "` asks an identity provider on AWS; here every request passes."));
            }
        }
    }

    /** Once for all policies: nobody needs the list. */
    private static void policies(Work work) {
        for (var type : List.of(IamPolicy.TYPE, IamManagedPolicy.TYPE)) {
            var all = work.evaluation().all(type);
            if (!all.isEmpty()) {
                work.tell(Gap.IAM.at(
                        all.get(0).at(), "IAM permissions are not checked; calls use whatever credentials there are."));
                return;
            }
        }
    }

    private static void unwritten(Work work) {
        for (var template : work.evaluation().settled().templates()) {
            var others = template.others();
            for (var i = 0; i < others.size(); i++) {
                work.tell(Gap.TEMPLATE.at(
                        others.value(i).at() == Origin.NOWHERE
                                ? others.at()
                                : others.value(i).at(),
                        "`" + others.key(i) + "` of stack `" + template.stack()
                                + "` makes resources that a local run does not see."));
            }
            var transform = template.sections().peek("Transform");
            if (transform != null) {
                macros(transform, template.stack(), work);
            }
        }
    }

    /** The transform that adds functions alone is worked out. */
    private static void macros(Node transform, String stack, Work work) {
        if (transform instanceof ListNode list) {
            list.items().forEach(each -> macros(each, stack, work));
            return;
        }
        var name = transform instanceof ObjectNode called ? called.peek("Name") : transform;
        if (name instanceof TextNode text && !text.value().equals("AWS::LanguageExtensions")) {
            work.tell(Gap.TEMPLATE.at(
                    transform.at(),
                    "Macro `" + text.value() + "` rewrites stack `" + stack
                            + "` on AWS; a local run takes the stack as it is written."));
        }
    }
}
