using System.Text.Json;

namespace Workbench.Simulators.Oanda;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Fields of the answer; those without a value are left out.</param>
sealed record OandaAnswer(int Status, IReadOnlyDictionary<string, object?> Body)
{
    /// <summary>The order or trade that was made, as the header Location names it.</summary>
    public string? Location { get; init; }

    /// <summary>The next page, as the header Link names it.</summary>
    public string? Next { get; init; }

    public static OandaAnswer Ok(params (string Name, object? Value)[] fields) => Of(200, fields);

    public static OandaAnswer Error(int status, string message, string? code = null) => Of(status, ("errorCode", code), ("errorMessage", message));

    public static OandaAnswer Of(int status, params (string Name, object? Value)[] fields) =>
        new(status, fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value));

    public byte[] Spell(JsonSerializerOptions json) => JsonSerializer.SerializeToUtf8Bytes(Body, json);
}
