package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** How far an update with signed firmware has come (security extension). */
public record SignedFirmwareStatusNotification(
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
    Optional<Integer> requestId) {}
