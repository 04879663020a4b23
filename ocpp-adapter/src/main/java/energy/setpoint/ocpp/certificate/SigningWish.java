package energy.setpoint.ocpp.certificate;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A station wants a certificate.
 *
 * @param csr certificate signing request in PEM (RFC 2986), unchecked
 * @param delivery words a chain in PEM as the payload of {@code CertificateSigned} in the station's
 *     version
 */
public record SigningWish(
    CertificatePurpose purpose, String csr, Function<String, JsonNode> delivery) {}
