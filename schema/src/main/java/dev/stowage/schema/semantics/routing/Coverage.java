package dev.stowage.schema.semantics.routing;

import dev.stowage.schema.semantics.routing.RequestCondition.HostHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.HttpHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.PathPattern;
import dev.stowage.schema.semantics.routing.RequestCondition.QueryString;
import dev.stowage.schema.semantics.routing.RequestCondition.RequestMethod;
import dev.stowage.schema.semantics.routing.RequestCondition.SourceIp;
import java.util.List;

/** Whether every request that some conditions take is taken by others as well. Where that is not certain, the answer is no. */
public final class Coverage {

    private Coverage() {}

    /** Whether the wide conditions, all of them, hold for every request for which all of the narrow ones hold. */
    public static boolean covers(List<RequestCondition> wide, List<RequestCondition> narrow) {
        for (var each : wide) {
            if (!isImplied(each, narrow)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isImplied(RequestCondition wide, List<RequestCondition> narrow) {
        for (var each : narrow) {
            if (covers(wide, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(RequestCondition wide, RequestCondition narrow) {
        if (wide instanceof HostHeader a && narrow instanceof HostHeader b) {
            return coversAll(a.patterns(), b.patterns(), false);
        }
        if (wide instanceof PathPattern a && narrow instanceof PathPattern b) {
            return coversAll(a.patterns(), b.patterns(), true);
        }
        if (wide instanceof RequestMethod a && narrow instanceof RequestMethod b) {
            return a.methods().containsAll(b.methods());
        }
        if (wide instanceof HttpHeader a && narrow instanceof HttpHeader b) {
            return a.name().equalsIgnoreCase(b.name()) && coversAll(a.patterns(), b.patterns(), false);
        }
        if (wide instanceof SourceIp a && narrow instanceof SourceIp b) {
            return coversRanges(a, b);
        }
        return wide instanceof QueryString a
                && narrow instanceof QueryString b
                && a.pairs().containsAll(b.pairs());
    }

    private static boolean coversAll(List<TextPattern> wide, List<TextPattern> narrow, boolean caseSensitive) {
        for (var each : narrow) {
            if (!coversOne(wide, each, caseSensitive)) {
                return false;
            }
        }
        return true;
    }

    private static boolean coversOne(List<TextPattern> wide, TextPattern narrow, boolean caseSensitive) {
        for (var each : wide) {
            if (each instanceof TextPattern.Wild a
                    && narrow instanceof TextPattern.Wild b
                    && isWider(a.pattern(), b.pattern(), caseSensitive)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a pattern matches whatever the other one matches: it has to match its text, where a wildcard of the other may
     * only fall to a {@code *}, never to a {@code ?}, which would take a {@code *} for one character.
     */
    private static boolean isWider(String wide, String narrow, boolean caseSensitive) {
        var mayFallToOne = wide.indexOf('?') >= 0 && narrow.indexOf('*') >= 0;
        return wide.equals(narrow) || !mayFallToOne && Wildcard.matches(wide, narrow, caseSensitive);
    }

    private static boolean coversRanges(SourceIp wide, SourceIp narrow) {
        for (var each : narrow.ranges()) {
            var isIn = false;
            for (var range : wide.ranges()) {
                isIn = isIn || range.contains(each);
            }
            if (!isIn) {
                return false;
            }
        }
        return true;
    }
}
