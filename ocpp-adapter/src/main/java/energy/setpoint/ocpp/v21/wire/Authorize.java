package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Asks whether an identification may charge. */
public record Authorize(
    IdTokenType idToken,
    @Length(10000) Optional<String> certificate,
    @Items(min = 1, max = 4) Optional<List<OCSPRequestDataType>> iso15118CertificateHashData) {

  /** The answer. */
  public record Response(
      IdTokenInfoType idTokenInfo,
      @OneOf({
            "Accepted",
            "SignatureError",
            "CertificateExpired",
            "CertificateRevoked",
            "NoCertificateAvailable",
            "CertChainError",
            "ContractCancelled"
          })
          Optional<String> certificateStatus,
      @Items(min = 1) Optional<List<EnergyTransferMode>> allowedEnergyTransfer,
      Optional<ObjectNode> tariff) {}

  /** Part of {@link Authorize}. */
  public record OCSPRequestDataType(
      @OneOf({"SHA256", "SHA384", "SHA512"}) String hashAlgorithm,
      @Length(128) String issuerNameHash,
      @Length(128) String issuerKeyHash,
      @Length(40) String serialNumber,
      @Length(2000) String responderURL) {}
}
