namespace Workbench.Research;

/// <summary>The report's colours on light ground, as <c>web/page.css</c> has them; <c>web/figure.js</c> puts their dark twins in their place where the page is dark.</summary>
static class Palette
{
    public const string Card = "#ffffff";
    public const string Ink = "#1b2127";
    public const string Soft = "#5d6873";
    public const string Faint = "#8a949d";
    public const string Rule = "#e3e6e9";
    public const string Up = "#12805f";
    public const string Down = "#c03a36";
    public const string Line = "#2464b4";
    public const string Market = "#98a1aa";
    public const string Buy = "#1f66d0";
    public const string Sell = "#d9730d";
    public const string Warn = "#8a5a00";
    public const string WarnGround = "#fff7e3";
    public const string WarnRule = "#e9c468";

    /// <summary>Colours of lines that did not ask for one, in their order.</summary>
    public static IReadOnlyList<string> Lines { get; } = [Line, Sell, Up, "#8e44ad", Down, "#00838f"];

    /// <summary>The colour with so much of the ground shining through.</summary>
    public static string Fade(string colour, double alpha) => FormattableString.Invariant($"{colour}{(int)Math.Round(alpha * 255):x2}");
}
