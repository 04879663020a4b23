package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;

/** How far an update of the firmware has come. */
public record FirmwareStatusNotification(
    @OneOf({
          "Downloaded",
          "DownloadFailed",
          "Downloading",
          "Idle",
          "InstallationFailed",
          "Installing",
          "Installed"
        })
        String status) {}
