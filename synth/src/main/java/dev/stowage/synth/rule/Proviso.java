package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Decision;
import java.util.List;

/** What a sentence depends on, put in brackets at its end, so that it still begins with its subject. */
final class Proviso {

    private Proviso() {}

    /** The sentence with the proviso before its full stop. */
    static String put(String sentence, String proviso) {
        var end = sentence.endsWith(".") ? sentence.length() - 1 : sentence.length();
        return sentence.substring(0, end) + " (" + proviso + ").";
    }

    /** Names in back-ticks, with commas between them. */
    static String names(List<String> names) {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(text.length() == 0 ? "`" : ", `").append(name).append('`');
        }
        return text.toString();
    }

    /** When decisions hold: {@code when `IsLarge` holds and `IsProd` does not}. */
    static String when(List<Decision> decisions) {
        var text = new StringBuilder("when ");
        for (var i = 0; i < decisions.size(); i++) {
            text.append(i == 0 ? "`" : " and `").append(decisions.get(i).condition());
            text.append(decisions.get(i).holds() ? "` holds" : "` does not hold");
        }
        return text.toString();
    }
}
