package org.alternat.access;

import java.util.Map;
import org.alternat.shared.StaffIdentity;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a feature's controller does, good and bad. */
@TestComponent
@RestController
class ProbeController {

    @GetMapping("/api/probe/me")
    Map<String, String> me(@AuthenticationPrincipal StaffIdentity me) {
        return Map.of("id", me.staffId().toString(), "name", me.displayName());
    }

    @PostMapping(path = "/api/probe/me", consumes = "application/json")
    String read(@RequestBody Map<String, String> body) {
        return "read";
    }

    @GetMapping("/api/probe/worded")
    String worded() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Déjà diffusée.");
        throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }

    @GetMapping({"/api/probe/failure", "/probe/failure"})
    String failure() {
        throw new IllegalStateException("select secret from staff");
    }

    @GetMapping("/api/probe/nobody")
    String nobody() {
        return "never";
    }

    @GetMapping("/api/probe/forgotten")
    String forgotten() {
        return "nobody opened this door";
    }
}
