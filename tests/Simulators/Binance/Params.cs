using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workbench.Simulators.Binance;

/// <summary>The parameters of a call, wherever they were sent: query, form body or the params of a socket message.</summary>
sealed partial class Params
{
    const string ClientIdRange = @"^[\.A-Z\:/a-z0-9_-]{1,36}$";
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Query and body of a request; where both have a field, the query's counts.</summary>
    public static Params OfRequest(string query, string body)
    {
        var read = new Params();
        foreach (var pair in body.Split('&').Concat(query.Split('&')).Where(pair => pair.Length > 0))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            read.values[WebUtility.UrlDecode(at < 0 ? pair : pair[..at])] = at < 0 ? "" : WebUtility.UrlDecode(pair[(at + 1)..]);
        }

        return read;
    }

    public static Params OfMessage(JsonElement? sent)
    {
        var read = new Params();
        foreach (var field in sent is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject().ToList() : [])
        {
            read.values[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        }

        return read;
    }

    /// <summary>What a socket message's signature is made over: all but itself, sorted by name.</summary>
    public string Sorted(bool isEncoded) => string.Join('&', values.Where(each => each.Key != "signature")
        .OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={(isEncoded ? Uri.EscapeDataString(each.Value) : each.Value)}"));

    public bool Has(string name) => values.TryGetValue(name, out var value) && value.Length > 0;

    public string? Text(string name) => Has(name) ? values[name] : null;

    public string Needed(string name) => Text(name) ?? throw CommonErrors.Mandatory(name);

    public long? Long(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw CommonErrors.IllegalChars(name, "^[0-9]{1,20}$");

    public long NeededLong(string name) => Long(name) ?? throw CommonErrors.Mandatory(name);

    public decimal? Decimal(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Amount().IsMatch(text)
            ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : throw CommonErrors.IllegalChars(name, @"^([0-9]{1,20})(\.[0-9]{1,20})?$");
    }

    public decimal NeededDecimal(string name) => Decimal(name) ?? throw CommonErrors.Mandatory(name);

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A client's id for an order or a cancel; null where none was sent.</summary>
    public string? ClientId(string name) => Text(name) is not { } id ? null
        : ClientIdPattern().IsMatch(id) ? id
        : throw CommonErrors.IllegalChars(name, ClientIdRange);

    [GeneratedRegex(@"^[0-9]{1,20}(\.[0-9]{1,20})?$")]
    private static partial Regex Amount();

    [GeneratedRegex(ClientIdRange)]
    private static partial Regex ClientIdPattern();
}
