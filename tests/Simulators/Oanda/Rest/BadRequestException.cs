namespace Workbench.Simulators.Oanda;

/// <summary>A request that OANDA cannot even read: 400 without a transaction.</summary>
public sealed class BadRequestException(string message) : Exception(message)
{
    public static BadRequestException Invalid(string field) => new($"Invalid value specified for '{field}'");

    public static BadRequestException Missing() => new("The request was missing required data");
}
