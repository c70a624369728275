package org.alternat.declaration.web;

import java.util.UUID;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line on which an open page hears that something has happened (HTML Living Standard, server-sent events). */
@Controller
class LiveBoardController {

    private final Declarations declarations;
    private final LiveBoards boards;

    LiveBoardController(Declarations declarations, LiveBoards boards) {
        this.declarations = declarations;
        this.boards = boards;
    }

    /** Only numbers: how many entries the audit trail has, whenever that changes. */
    @GetMapping(
            path = "/declarations/" + DeclarationPaths.ID + "/changes",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        return boards.open(declaration, by.staffId())
                // nginx would otherwise keep the messages until some kilobytes have come together.
                .map(line ->
                        ResponseEntity.ok().header("X-Accel-Buffering", "no").body(line))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "30")
                        .build());
    }
}
