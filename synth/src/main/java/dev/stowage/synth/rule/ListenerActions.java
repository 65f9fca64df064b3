package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import java.util.ArrayList;
import java.util.List;

/** The rule about what a listener or a rule of one does in the end with a request: {@code listener.actions}. */
final class ListenerActions implements Family {

    static final Rule ACTIONS = Rule.of("listener.actions", Severity.ERROR);

    private final String type;

    private ListenerActions(String type) {
        this.type = type;
    }

    static ListenerActions ofListeners() {
        return new ListenerActions(ElbListener.TYPE);
    }

    static ListenerActions ofRules() {
        return new ListenerActions(ElbListenerRule.TYPE);
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(ACTIONS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (type.equals(ElbListener.TYPE)) {
            var types = new ArrayList<Reading<String>>(1);
            var actions = subject.view(ElbListener.EMPTY).defaultActions();
            for (var action : actions) {
                types.add(action.type());
            }
            judge(subject, "DefaultActions", types, actions, findings);
        } else {
            var types = new ArrayList<Reading<String>>(1);
            var actions = subject.view(ElbListenerRule.EMPTY).actions();
            for (var action : actions) {
                types.add(action.type());
            }
            judge(subject, "Actions", types, actions, findings);
        }
    }

    /** One action ends the way of a request; whoever has to sign in does so before it. */
    private static void judge(
            Found subject, String property, List<Reading<String>> types, Items<?> actions, Findings findings) {
        var ends = 0;
        for (var type : types) {
            if (!type.isKnown()) {
                return;
            }
            ends += isEnd(type.or("")) ? 1 : 0;
        }
        if (actions.isComplete() && !types.isEmpty() && ends != 1) {
            var message = "`" + subject.name() + "` has " + ends
                    + " actions that forward, redirect or answer, and a request takes one way in the end.";
            findings.add(
                    findings.fault(property, message)
                            .fix("Write one such action, and one that signs callers in before it at most."),
                    types.get(0));
        }
    }

    private static boolean isEnd(String type) {
        return type.equals("forward") || type.equals("redirect") || type.equals("fixed-response");
    }
}
