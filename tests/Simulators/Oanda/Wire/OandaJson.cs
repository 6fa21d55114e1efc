using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Workbench.Simulators.Oanda;

/// <summary>How OANDA spells its records: decimals and ids are strings, counts are numbers, what is not there is left out.</summary>
public static class OandaJson
{
    /// <summary>With times as 2016-10-24T21:48:18.593753865Z.</summary>
    public static JsonSerializerOptions Rfc3339 { get; } = Make(time => time.ToRfc3339());

    /// <summary>With times as 1477345698.593753865.</summary>
    public static JsonSerializerOptions Unix { get; } = Make(time => time.ToUnix());

    /// <summary>A decimal with just that many decimals behind the point: the venue pads with zeros.</summary>
    public static decimal Scaled(this decimal value, int digits) =>
        decimal.Round(value, digits) + new decimal(0, 0, 0, false, (byte)digits);

    /// <summary>An amount of the account's currency.</summary>
    public static decimal Money(this decimal value) => value.Scaled(4);

    static JsonSerializerOptions Make(Func<OandaTime, string> spell) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Flatten } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper),
            new AsText<decimal>(value => value.ToString(CultureInfo.InvariantCulture)),
            new AsText<long>(value => value.ToString(CultureInfo.InvariantCulture)),
            new AsText<OandaTime>(spell),
        },
    };

    // Terms that orders and their transactions share are one record here and lie among the other fields on the wire.
    static void Flatten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // Nothing is ever read into these records.
            property.IsRequired = false;
        }

        foreach (var flat in type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(FlatAttribute), false) == true).ToList())
        {
            type.Properties.Remove(flat);
            foreach (var inner in type.Options.GetTypeInfo(flat.PropertyType).Properties.Where(inner => inner.Get is not null))
            {
                var property = type.CreateJsonPropertyInfo(inner.PropertyType, inner.Name);
                property.Get = record => inner.Get!(flat.Get!(record)!);
                property.ShouldSerialize = (_, value) => value is not null;
                type.Properties.Add(property);
            }
        }
    }

    sealed class AsText<T>(Func<T, string> spell) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Requests are read leniently, by OrderReader.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(spell(value));
    }
}
