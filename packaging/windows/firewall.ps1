#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Blocks the network for every program in Strongroom's folder, in both directions.
.DESCRIPTION
    The rules belong to the group "Strongroom". Running it again makes them anew; run it again
    after an update or a move of the folder.
.EXAMPLE
    .\firewall.ps1 -Folder "$env:LOCALAPPDATA\Programs\Strongroom"
.EXAMPLE
    .\firewall.ps1 -Remove
#>
param(
    [Parameter(Mandatory, ParameterSetName = 'Block')]
    [ValidateScript({ Test-Path -LiteralPath $_ -PathType Container })]
    [string] $Folder,

    [Parameter(Mandatory, ParameterSetName = 'Remove')]
    [switch] $Remove
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$group = 'Strongroom'

$programs = @()
if (-not $Remove) {
    $programs = @(Get-ChildItem -LiteralPath $Folder -Filter '*.exe' -File -Recurse)
    if ($programs.Count -eq 0) { throw "There is no program in $Folder." }
}

Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue | Remove-NetFirewallRule

foreach ($program in $programs) {
    foreach ($direction in 'Inbound', 'Outbound') {
        $rule = @{
            Group       = $group
            DisplayName = "Strongroom: no network ($($program.Name), $direction)"
            Program     = $program.FullName
            Direction   = $direction
            Action      = 'Block'
            Profile     = 'Any'
            Enabled     = 'True'
        }
        New-NetFirewallRule @rule | Out-Null
    }
}
