package dev.stowage.synth.emit.elb;

import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.synth.emit.Emission;

/** The URL of a redirect, taken apart as a listener wants it. What the URL does not say stays as the caller said it. */
final class RedirectUrl {

    private RedirectUrl() {}

    static ElbListener.Action parse(String url, boolean isPermanent, Said at, Emission out) {
        var target = ElbListener.RedirectConfig.of().statusCode(isPermanent ? "HTTP_301" : "HTTP_302");
        var rest = url;
        var scheme = rest.indexOf("://");
        if (scheme >= 0) {
            target = target.protocol(upper(rest.substring(0, scheme)));
            rest = rest.substring(scheme + 3);
            var slash = rest.indexOf('/');
            target = authority(target, slash < 0 ? rest : rest.substring(0, slash), usualPort(url));
            rest = slash < 0 ? "/" : rest.substring(slash);
        }
        if (!rest.startsWith("/")) {
            out.find(
                    "listener.redirect.url",
                    at,
                    "`" + url
                            + "` is where callers are sent, and a redirect wants a URL such as https://shop.example/ or a path.",
                    "Begin it with https:// or with a slash.");
        }
        var question = rest.indexOf('?');
        target = target.path(question < 0 ? rest : rest.substring(0, question));
        if (question >= 0) {
            target = target.query(rest.substring(question + 1));
        }
        return ElbListener.Action.of().type("redirect").redirectConfig(target);
    }

    private static String usualPort(String url) {
        return url.startsWith("https:") ? "443" : "80";
    }

    private static ElbListener.RedirectConfig authority(
            ElbListener.RedirectConfig target, String authority, String usualPort) {
        var colon = authority.lastIndexOf(':');
        return colon < 0
                ? target.host(authority).port(usualPort)
                : target.host(authority.substring(0, colon)).port(authority.substring(colon + 1));
    }

    private static String upper(String scheme) {
        return scheme.equals("https") ? "HTTPS" : scheme.equals("http") ? "HTTP" : scheme;
    }
}
