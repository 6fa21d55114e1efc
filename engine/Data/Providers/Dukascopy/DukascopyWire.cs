using System.Text.Json;
using Workbench.Data.Compression;

namespace Workbench.Data.Providers.Dukascopy;

/// <summary>Looks at Dukascopy's answers: nothing there is a closed market; half a file, a page and a stranger are not kept.</summary>
static class DukascopyWire
{
    const int TickRecord = 20;
    const int CandleRecord = 24;

    /// <summary>A file of the tree, or nothing where the market was closed.</summary>
    public static byte[] Bi5(ProviderAnswer answer, bool isTicks)
    {
        if (answer.Status == 404 || (answer.IsOk && answer.Body.Length == 0))
        {
            return [];
        }

        Refuse(answer);
        if (answer.IsPage || IsText(answer.Type))
        {
            throw answer.Garbled(answer.IsPage ? "a web page instead of data" : $"the type {answer.Type} instead of a packed file");
        }

        var length = Unpacked(answer);
        return length % (isTicks ? TickRecord : CandleRecord) == 0 ? answer.Body : throw answer.Garbled("a file that ends in mid-record");
    }

    /// <summary>An answer of the newer API, or nothing where the market was closed.</summary>
    public static byte[] Json(ProviderAnswer answer, bool isTicks)
    {
        if (answer.Status is 204 or 404)
        {
            return [];
        }

        Refuse(answer);
        using var document = answer.Json();
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("times", out var times) || times.ValueKind != JsonValueKind.Array)
        {
            throw answer.Garbled("JSON without 'times'");
        }

        string[] columns = isTicks ? ["bids", "asks"] : ["opens", "highs", "lows", "closes"];
        var count = times.GetArrayLength();
        return count == 0 || Array.TrueForAll(columns, name => root.TryGetProperty(name, out var column) && column.ValueKind == JsonValueKind.Array && column.GetArrayLength() == count)
            ? answer.Body
            : throw answer.Garbled("columns of unequal length");
    }

    // There is no key whose rights could be lacking: 403 is how it turns away who asks too often.
    static void Refuse(ProviderAnswer answer) => answer.RefuseByStatus(answer.Said("message"), ProviderFailure.Limited);

    static bool IsText(string type) => type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    static int Unpacked(ProviderAnswer answer)
    {
        try
        {
            return new LzmaDecoder().Decode(answer.Body).Length;
        }
        catch (LzmaException damage)
        {
            throw answer.Garbled($"a file that {damage.Message}");
        }
    }
}
