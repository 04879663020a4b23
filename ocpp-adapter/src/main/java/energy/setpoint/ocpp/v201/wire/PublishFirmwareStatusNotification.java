package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** How far a local controller has come in publishing firmware. */
public record PublishFirmwareStatusNotification(
    @OneOf({
          "Idle",
          "DownloadScheduled",
          "Downloading",
          "Downloaded",
          "Published",
          "DownloadFailed",
          "DownloadPaused",
          "InvalidChecksum",
          "ChecksumVerified",
          "PublishFailed"
        })
        String status,
    @Length(512) @Items(min = 1) Optional<List<String>> location,
    Optional<Integer> requestId) {}
