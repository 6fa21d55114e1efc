using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What a session is: the first record of its journal, from which it can be put together again.</summary>
sealed record SessionHeader
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Name of the session and of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>Beginning of its order ids.</summary>
    public required string Key { get; init; }

    /// <summary>Paper or live.</summary>
    public required RunMode Mode { get; init; }

    /// <summary>When it began, UTC nanoseconds.</summary>
    public required long StartNanos { get; init; }

    /// <summary>How much of the past it was shown before its own time began, nanoseconds.</summary>
    public long WarmUpNanos { get; init; }

    /// <summary>When its own time began, UTC nanoseconds.</summary>
    [JsonIgnore]
    public long LiveNanos => StartNanos + WarmUpNanos;

    /// <summary>Version of the engine that ran it.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The scripts.</summary>
    public required IReadOnlyList<SessionScript> Scripts { get; init; }

    /// <summary>The strategy class; null where the script has one.</summary>
    public string? Class { get; init; }

    /// <summary>Parameters, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What it hears of.</summary>
    public required IReadOnlyList<SessionStream> Streams { get; init; }

    /// <summary>Money at the start.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Seed of the run's dice.</summary>
    public required long Seed { get; init; }

    /// <summary>Where the configuration was read from; null where none was.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>The configuration itself.</summary>
    public string? ConfigText { get; init; }

    /// <summary>Commission as a share of notional; null for what the configuration says.</summary>
    public decimal? FeeRate { get; init; }

    /// <summary>Where prices come from.</summary>
    public required string Feed { get; init; }

    /// <summary>The broker, such as <c>oanda</c>; empty for the simulated venue of a paper session.</summary>
    public string Broker { get; init; } = "";

    /// <summary>The user's name for the keys.</summary>
    public string Account { get; init; } = "";

    /// <summary>The venue's number of the account.</summary>
    public string VenueAccount { get; init; } = "";

    /// <summary>Which of the venue's environments.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Address of the simulator that it trades at; empty at the venue itself, and for a simulator in the session's own process.</summary>
    public string Sim { get; init; } = "";

    /// <summary>What the venue can do; null for the simulated one.</summary>
    public VenueCapabilities? Venue { get; init; }

    /// <summary>Longest silence of prices before entries are refused, seconds; 0 for any.</summary>
    public double StaleSeconds { get; init; }

    /// <summary>Longest a handler may take, seconds.</summary>
    public double EventTimeoutSeconds { get; init; } = 10;

    /// <summary>The command that began it.</summary>
    public string Command { get; init; } = "";

    /// <summary>The promotion that it was begun under; empty for none.</summary>
    public string Promotion { get; init; } = "";

    /// <summary>As a record.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>From a record.</summary>
    public static SessionHeader FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<SessionHeader>(json, Options)!;
}
