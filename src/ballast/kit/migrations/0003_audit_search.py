from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0002_calendar'),
    ]

    operations = [
        migrations.AlterField(
            model_name='auditline',
            name='act',
            field=models.CharField(max_length=80),
        ),
        migrations.AlterField(
            model_name='auditline',
            name='actor',
            field=models.CharField(max_length=150),
        ),
        migrations.AlterField(
            model_name='auditline',
            name='moment',
            field=models.DateTimeField(),
        ),
        migrations.AddIndex(
            model_name='auditline',
            index=models.Index(fields=['moment', 'id'], name='kit_audit_moment'),
        ),
        migrations.AddIndex(
            model_name='auditline',
            index=models.Index(fields=['actor', 'moment', 'id'], name='kit_audit_actor'),
        ),
        migrations.AddIndex(
            model_name='auditline',
            index=models.Index(fields=['act', 'moment', 'id'], name='kit_audit_act'),
        ),
        migrations.AddIndex(
            model_name='auditline',
            index=models.Index(fields=['result', 'moment', 'id'], name='kit_audit_result'),
        ),
        Guard('AuditLine'),
    ]
