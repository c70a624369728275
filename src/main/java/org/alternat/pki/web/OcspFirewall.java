package org.alternat.pki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Base64 has slashes, and RFC 6960, appendix A.1, puts it into the path: as they are, two in a row included, or encoded. Under
 * the responder's path all that is let through, and it is read by nobody but the responder; everywhere else it is refused as
 * ever, by the strict firewall instead of by Tomcat before it.
 */
@Component
class OcspFirewall implements HttpFirewall, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final StrictHttpFirewall strict = new StrictHttpFirewall();
    private final StrictHttpFirewall withSlashes = new StrictHttpFirewall();

    OcspFirewall() {
        withSlashes.setAllowUrlEncodedSlash(true);
        withSlashes.setAllowUrlEncodedDoubleSlash(true);
        // Tomcat hands an encoded slash through as it is, per cent sign included.
        withSlashes.setAllowUrlEncodedPercent(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        boolean ocsp = request.getRequestURI().startsWith(request.getContextPath() + OcspController.PATH + "/");
        return (ocsp ? withSlashes : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
