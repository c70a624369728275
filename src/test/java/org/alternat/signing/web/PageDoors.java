package org.alternat.signing.web;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every address at which the service shows a page. */
final class PageDoors {

    private final Set<PathPattern> patterns = new TreeSet<>();

    PageDoors(RequestMappingHandlerMapping mappings) {
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (isPage(info, handler)) {
                patterns.addAll(info.getPathPatternsCondition().getPatterns());
            }
        });
    }

    private static boolean isPage(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Method method = handler.getMethod();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                && !handler.hasMethodAnnotation(ResponseBody.class)
                && (method.getReturnType() == String.class || method.getReturnType() == ModelAndView.class);
    }

    /** Those behind which none of these paths leads. */
    Set<String> without(Set<String> paths) {
        Set<String> left = new TreeSet<>();
        patterns.forEach(pattern -> left.add(pattern.getPatternString()));
        for (String path : paths) {
            patterns.stream()
                    .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                    .sorted()
                    .findFirst()
                    .ifPresent(pattern -> left.remove(pattern.getPatternString()));
        }
        return left;
    }
}
