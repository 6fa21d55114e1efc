using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>One line of the ledger.</summary>
sealed record LedgerEntry
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Its number, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>Hex SHA-256 of the line before; zeros for the first.</summary>
    public string Previous { get; init; } = "";

    /// <summary>When, ISO 8601, UTC.</summary>
    public string Time { get; init; } = "";

    /// <summary>The system's user who did it.</summary>
    public string Who { get; init; } = "";

    /// <summary>What it tells.</summary>
    public required LedgerEvent Event { get; init; }

    /// <summary>Name of the promotion: its own, such as <c>p1</c>, or <c>r1</c> where it was refused; else of the one that it is about.</summary>
    public string Promotion { get; init; } = "";

    /// <summary>How far up.</summary>
    public required Rung To { get; init; }

    /// <summary>The promotion to paper that one to live stands on.</summary>
    public string? On { get; init; }

    /// <summary>The run.</summary>
    public string? Run { get; init; }

    /// <summary>Hash of what the run put out.</summary>
    public string? EventLogHash { get; init; }

    /// <summary>Script, class, parameters, configuration and engine.</summary>
    public RunRecipe? Recipe { get; init; }

    /// <summary>The data that the run saw.</summary>
    public IReadOnlyList<DataIdentity>? Data { get; init; }

    /// <summary>Figures in sample and out of sample.</summary>
    public IReadOnlyList<SampleFigures>? Figures { get; init; }

    /// <summary>What was tried, and what came of it.</summary>
    public IReadOnlyList<Gate>? Gates { get; init; }

    /// <summary>The broker of a promotion to live.</summary>
    public string? Broker { get; init; }

    /// <summary>The user's name for the keys.</summary>
    public string? Account { get; init; }

    /// <summary>The venue's number of the account.</summary>
    public string? VenueAccount { get; init; }

    /// <summary>Which of the venue's environments.</summary>
    public string? Environment { get; init; }

    /// <summary>The session: that which began, or that whose parity counted.</summary>
    public string? Session { get; init; }

    /// <summary>Why it was ended.</summary>
    public string? Why { get; init; }

    /// <summary>As a line, without its end.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>From a line.</summary>
    public static LedgerEntry FromJson(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize<LedgerEntry>(line, Options)!;
}
