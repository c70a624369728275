package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Publicities;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the frame of each page about a declaration what that declaration says of its funding. Which declaration it is stands in
 * the page's model, as {@code declaration} or inside {@code board}, or else in its address; a page about none shows the service's own
 * mention.
 */
@Component
class PublicityFrame implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SHOWN = "publicity";
    private static final Pattern ABOUT_ONE = Pattern.compile("/(?:declarations|archive)/\\{id\\b");

    private final Publicities publicities;

    PublicityFrame(Publicities publicities) {
        this.publicities = publicities;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || page.getModel().containsKey(SHOWN)) {
            return;
        }
        String view = page.getViewName();
        DeclarationId about = about(page, request);
        if (about != null && (view == null || !view.startsWith("redirect:"))) {
            Optional<Publicity> decided = publicities.of(about);
            page.addObject(SHOWN, decided.orElse(Publicity.NOT_DUE));
            page.addObject("publicityDecided", decided.isPresent());
        }
    }

    private static @Nullable DeclarationId about(ModelAndView page, HttpServletRequest request) {
        if (page.getModel().get("declaration") instanceof Declaration declaration) {
            return declaration.id();
        }
        if (page.getModel().get("board") instanceof Board board) {
            return board.declaration().id();
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern instanceof String address
                        && ABOUT_ONE.matcher(address).lookingAt()
                        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> said
                        && said.get("id") instanceof String id
                ? new DeclarationId(UUID.fromString(id))
                : null;
    }
}
