using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Workbench.Data.Providers;

/// <summary>What a source answered, and what it is worth: nothing of it is kept before it was looked at.</summary>
/// <param name="Source">Its name in messages.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Media type; empty where none was given.</param>
/// <param name="RetryAfter">How long it wants to be left alone; null where it did not say.</param>
/// <param name="Body">The bytes.</param>
sealed record ProviderAnswer(string Source, int Status, string Type, TimeSpan? RetryAfter, byte[] Body)
{
    const int LongestQuote = 200;

    /// <summary>The key that the question carried. Vendors repeat keys in their errors, so it is cut out of all that is told.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether it is an answer and no refusal.</summary>
    public bool IsOk => Status is 200 or 204;

    /// <summary>Whether it is a web page, whatever it calls itself.</summary>
    public bool IsPage => Type.EndsWith("html", StringComparison.OrdinalIgnoreCase) || Body.AsSpan().TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8) is [(byte)'<', ..];

    /// <summary>Throws what its status means where the source gives it no other meaning.</summary>
    /// <param name="said">The vendor's words, where there are any.</param>
    /// <param name="forbidden">What 403 means: of some a key without rights, of others a caller who asks too often.</param>
    public void RefuseByStatus(string? said = null, ProviderFailure forbidden = ProviderFailure.Unauthorized)
    {
        if (!IsOk)
        {
            throw Refusal(MeaningOf(Status, forbidden), said);
        }
    }

    /// <summary>The answer as JSON.</summary>
    /// <exception cref="ProviderException">It is a page, of another type, cut off, or no text.</exception>
    public JsonDocument Json()
    {
        if (IsPage)
        {
            throw Garbled("a web page instead of data");
        }

        if (Type.Length > 0 && !Type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw Garbled($"the type {Plain(Type)} instead of JSON");
        }

        return Parse() ?? throw Garbled(Body.Length == 0 ? "nothing at all" : string.Create(CultureInfo.InvariantCulture, $"{Body.Length} bytes that are no whole JSON"));
    }

    /// <summary>A member of the JSON of a refusal, as text; null where there is none. It judges nothing.</summary>
    public string? Said(params ReadOnlySpan<string> names)
    {
        using var document = IsPage ? null : Parse();
        if (document is null)
        {
            return null;
        }

        var at = document.RootElement;
        foreach (var name in names)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString(),
            JsonValueKind.Null => null,
            _ => at.GetRawText(),
        };
    }

    /// <summary>A failure of that kind in the vendor's words.</summary>
    public ProviderException Refusal(ProviderFailure failure, string? said) => new(failure, said is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Source} answered {Status}.")
        : string.Create(CultureInfo.InvariantCulture, $"{Source} answered {Status}: {Plain(said)}"), RetryAfter);

    /// <summary>It is no answer.</summary>
    public ProviderException Garbled(string what) => new(ProviderFailure.Garbled, $"{Source} answered with {what}.");

    static ProviderFailure MeaningOf(int status, ProviderFailure forbidden) => status switch
    {
        401 or 407 => ProviderFailure.Unauthorized,
        403 => forbidden,

        // 418 is a ban after too many 429.
        418 or 429 => ProviderFailure.Limited,
        400 or 404 or 410 or 422 => ProviderFailure.NotThere,
        408 or 425 or >= 500 => ProviderFailure.Down,
        _ => ProviderFailure.Garbled,
    };

    JsonDocument? Parse()
    {
        try
        {
            return Body.Length > 0 && Utf8.IsValid(Body) ? JsonDocument.Parse(Body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    string Plain(string text)
    {
        var bare = string.IsNullOrEmpty(Secret) ? text : text.Replace(Secret, "(key)", StringComparison.OrdinalIgnoreCase);
        var line = string.Concat(bare.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length > LongestQuote ? line[..LongestQuote] + "…" : line;
    }
}
