"""A short text of a wire service, with a title, dates, a quote and a byline."""

WIRE = """Le port de Nouadhibou accueillera une base logistique

• 12 Mar. 2024 -
• |
• Mis à jour le: 13 Mar. 2024 10:05

La Mauritanie et l'Espagne ont signé mardi un accord sur la surveillance des côtes, ont annoncé les deux pays.

Le secrétaire général de l'OTAN, Jens Stoltenberg, a salué l'accord.
« Nous avons besoin de partenaires solides sur le flanc sud », a déclaré M. Stoltenberg.

Par Aminata Sow
"""
