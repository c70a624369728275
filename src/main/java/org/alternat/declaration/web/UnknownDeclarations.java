package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alternat.declaration.UnknownDeclarationException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A declaration that is not there, or not this organiser's: 404 in both cases, page or problem detail by the path. */
@ControllerAdvice
@Order(0)
class UnknownDeclarations {

    @ExceptionHandler
    void unknown(UnknownDeclarationException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
