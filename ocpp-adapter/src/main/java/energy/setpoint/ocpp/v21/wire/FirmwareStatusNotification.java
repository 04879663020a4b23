package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** How far an update of the firmware has come. */
public record FirmwareStatusNotification(
    @OneOf({
          "Downloaded",
          "DownloadFailed",
          "Downloading",
          "DownloadScheduled",
          "DownloadPaused",
          "Idle",
          "InstallationFailed",
          "Installing",
          "Installed",
          "InstallRebooting",
          "InstallScheduled",
          "InstallVerificationFailed",
          "InvalidSignature",
          "SignatureVerified"
        })
        String status,
    Optional<Integer> requestId,
    Optional<StatusInfoType> statusInfo) {}
