using System.Globalization;

namespace Workbench.Brokers.Binance;

/// <summary>The parameters of one request, in order. They are percent-encoded before they are signed: what is signed is what is sent.</summary>
sealed class BinanceQuery
{
    readonly List<(string Name, string Value)> fields = [];

    /// <summary>As it goes over the wire and under the signature.</summary>
    public string Encoded => string.Join('&', fields.Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"));

    /// <summary>The fields as they were given, sorted by name: what the WebSocket API signs.</summary>
    public IEnumerable<(string Name, string Value)> Sorted => fields.OrderBy(each => each.Name, StringComparer.Ordinal);

    public BinanceQuery With(string name, string value)
    {
        fields.Add((name, value));
        return this;
    }

    public BinanceQuery With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public BinanceQuery With(string name, decimal value) => With(name, BinanceMap.Text(value));

    /// <summary>Adds the field where there is something to say.</summary>
    public BinanceQuery WithAny(string name, decimal value) => value == 0m ? this : With(name, value);
}
