package org.alternat.system.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Answers an upload that is too large in plain words. It must come before the CSRF filter: that one reads the form, and the
 * container would end the request there with a page of its own.
 */
class UploadLimit extends OncePerRequestFilter {

    private final Doors doors;

    UploadLimit(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParts();
        } catch (IllegalStateException tooLarge) {
            if (!Problems.isApi(request)) {
                // Tells the dispatcher not to read the form again when it renders the page.
                request.setAttribute(
                        RequestDispatcher.ERROR_EXCEPTION, new MaxUploadSizeExceededException(-1, tooLarge));
            }
            doors.refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        } catch (ServletException | IOException unreadable) {
            doors.refuse(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }
}
