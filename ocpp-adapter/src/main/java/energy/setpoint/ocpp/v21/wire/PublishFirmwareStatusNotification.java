package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
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
    @Length(2000) @Items(min = 1) Optional<List<String>> location,
    @Range(min = 0) Optional<Integer> requestId,
    Optional<StatusInfoType> statusInfo) {}
